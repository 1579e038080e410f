export { Fragment, render } from "./drawing.ts";
