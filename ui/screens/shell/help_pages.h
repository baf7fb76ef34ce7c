#pragma once
#include <QList>
#include <QString>

namespace vox {

// A page of resources/help, compiled into the program. A value.
struct HelpPage {
    QString name;  // "recognition": the file's, without language
    QString title; // its first heading, in the language of the moment
};

// All pages, by title; of each the one in the language of the moment, else the English one.
QList<HelpPage> helpPages();
// Its Markdown; empty for unknown names.
QString helpText(const QString &name);

} // namespace vox
