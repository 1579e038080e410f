"""What tests share: real servers, crowds, browsers."""
