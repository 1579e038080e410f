import "../shared/look.css";
