#pragma once

namespace vox::kit {

// Every icon the product uses, by its name in lucide-static. The build compiles exactly these into the program, so a new
// icon is one more line here.
inline constexpr const char *iconNames[] = {
    // navigation rail
    "house", "workflow", "audio-lines", "messages-square", "radio", "inbox", "activity", "users", "chart-line",
    "sliders-horizontal",
    // node types and what calls are made of
    "message-square", "message-circle-question-mark", "message-square-text", "split", "cpu", "wrench", "book-open", "braces",
    "headset", "headphones", "flag", "phone-incoming", "phone-outgoing", "phone", "phone-call", "phone-off", "globe",
    "git-merge", "git-branch", "git-commit-horizontal", "git-compare", "layers-2", "flask-conical", "zap", "captions", "quote",
    // levels and states
    "info", "triangle-alert", "octagon-x", "siren", "circle-check", "circle-x", "circle-dot", "circle", "circle-question-mark",
    "circle-alert", "clock", "timer", "lock", "lock-open", "shield", "loader",
    // sound
    "mic", "mic-off", "volume-2", "volume-x", "play", "pause", "square", "skip-back", "skip-forward", "repeat", "gauge",
    "audio-waveform", "speech", "keyboard", "hash",
    // actions
    "plus", "minus", "x", "check", "pencil", "trash-2", "copy", "clipboard", "download", "upload", "search", "filter",
    "list-filter", "settings", "settings-2", "ellipsis", "ellipsis-vertical", "undo-2", "redo-2", "rotate-ccw", "refresh-cw",
    "save", "send", "share-2", "external-link", "link", "unlink", "eye", "eye-off", "star", "bookmark", "tag", "tags", "bell",
    "bell-off", "history", "archive", "maximize", "maximize-2", "minimize-2", "scan", "expand", "zoom-in", "zoom-out",
    "mouse-pointer-2", "hand", "grip-vertical", "move", "panel-right", "panel-left", "panel-bottom", "columns-2", "rows-3",
    "columns-3-cog", "list", "list-tree", "table-2", "layout-grid", "replace", "power", "log-in", "log-out", "eraser",
    // arrows
    "chevron-left", "chevron-right", "chevron-up", "chevron-down", "chevrons-up-down", "arrow-left", "arrow-right", "arrow-up",
    "arrow-down", "corner-down-left", "move-right", "arrow-left-right", "arrow-up-down",
    // things
    "file", "file-text", "file-json", "folder", "folder-open", "database", "server", "cloud", "cloud-check", "cloud-off",
    "cloud-upload", "cloud-download", "hard-drive", "key-round", "user", "user-plus", "user-check", "contact", "bot", "sparkles",
    "calendar", "calendar-clock", "wallet", "credit-card", "receipt", "package", "shopping-cart", "mail", "map-pin", "languages",
    "palette", "sun", "moon", "monitor", "webhook", "plug", "bug", "terminal", "code", "variable", "target", "trending-up",
    "trending-down", "chart-column", "chart-bar", "chart-pie", "life-buoy", "graduation-cap", "lightbulb", "ticket", "handshake",
    "briefcase", "building-2", "brain", "route", "square-function", "scroll-text", "thumbs-up", "thumbs-down", "hourglass",
    "wifi", "wifi-off", "component", "blocks", "door-open", "lasso", "whole-word", "type", "percent", "dices", "image",
};

} // namespace vox::kit
