export { Fragment, jsx, jsx as jsxs } from "./drawing.ts";
