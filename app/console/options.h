#pragma once
#include "models/base/result.h"
#include <QSize>
#include <QString>
#include <QStringList>

namespace vox::console {

// What the command line of voxdesk asks for. A value.
struct Options {
    QString workspace;         // empty: the user's own
    QString screen;            // open here; empty: as it was left
    bool help = false;
    // Pictures instead of a window.
    QString screenshots;       // folder
    QStringList screens;       // empty: all
    QStringList themes{QStringLiteral("light"), QStringLiteral("dark")};
    QStringList languages{QStringLiteral("en"), QStringLiteral("ru")};
    QSize size{1600, 1000};
    double scale = 1;
    int textPercent = 100;

    // Errors: Usage.
    static Result<Options> read(const QStringList &arguments);
    static QString helpText();
};

} // namespace vox::console
