#pragma once
#include <QMap>
#include <QSet>
#include <QString>
#include <QStringList>
#include <functional>
#include <vector>

// The house rules as functions of a file's text, so that a test can show that each of them is able to fail.
namespace vox::arch {

// The written module table: what a module may include, and which Qt modules it links.
struct Table {
    struct Row {
        QSet<QString> needs;
        QSet<QString> qt; // "Core", "Widgets"
    };
    QMap<QString, Row> rows;

    // Lines as "app/ports: models/base app/realtime | Qt6::Core".
    static Table parse(const QString &text);
    // The row a path belongs to: the longest one that is its beginning. Empty when none is.
    QString moduleOf(const QString &path) const;
};

// Which Qt module a header belongs to, read from Qt's own include folder: "QLabel" is in "Widgets".
using QtHeaders = QMap<QString, QString>;
QtHeaders readQtHeaders(const QString &includeFolder);

struct Source {
    QString path;        // relative to the checkout
    QString text;
    QStringList lines;   // of the text
    QStringList code;    // the same lines without comments and literals
    Source(const QString &path, const QString &text);
    bool isIn(const QStringList &folders) const;
};

struct Finding {
    QString rule;
    QString path;
    int line; // from 1
    QString why;
    QString text() const;
};

struct World {
    Table table;
    QtHeaders qt;
};

struct Rule {
    QString id;
    std::function<void(const Source &, const World &, std::vector<Finding> &)> check;
};
const std::vector<Rule> &rules();

std::vector<Finding> check(const Source &source, const World &world);

} // namespace vox::arch
