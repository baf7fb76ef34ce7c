#pragma once
#include "models/base/result.h"
#include <QCommandLineParser>
#include <QStringList>
#include <memory>

namespace vox {
class Workspace;
}

namespace vox::ctl {

// One command's options: declared, read, and checked. Every command knows --workspace and --help.
class CommandLine {
public:
    // What --workspace names: a workspace, the console's if left out; one that belongs to a server, the one last signed in to if left
    // out; either; or the folder that such ones are made in.
    enum class Place { Console, Server, Either, Parent };

    // `usage` is what stands behind "voxctl", e.g. "talk --agent NAME [options]".
    CommandLine(const QString &usage, const QString &description, Place place = Place::Console);

    void flag(const QString &name, const QString &help);
    void value(const QString &name, const QString &valueName, const QString &help, const QString &defaultValue = {});

    // Errors: Usage. `positional`: how many plain arguments it takes.
    Result<void> read(const QStringList &arguments, int leastPositional, int mostPositional);
    bool helpWanted() const { return m_parser.isSet(QStringLiteral("help")); }
    QString helpText() const;
    bool has(const QString &name) const { return m_parser.isSet(name); }
    QString get(const QString &name) const { return m_parser.value(name); }
    QStringList positional() const { return m_parser.positionalArguments(); }

    // The workspace named by --workspace, else the console's; made with the demo agents when there is none.
    Result<std::unique_ptr<Workspace>> openWorkspace() const;

private:
    QString m_usage;
    QCommandLineParser m_parser;
};

} // namespace vox::ctl
