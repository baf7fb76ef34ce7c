#pragma once
#include <QMap>
#include <QString>
#include <QStringList>

namespace vox {

// Text by BCP 47 tag ("en", "ru").
struct LocalizedText {
    QMap<QString, QString> byTag;
    // The text for `tag`, else for its language part, else the first one, else empty.
    QString in(const QString &tag) const;
    bool isEmpty() const { return byTag.isEmpty(); }
    friend bool operator==(const LocalizedText &, const LocalizedText &) = default;
};

// Lists of texts by tag: example phrases.
struct LocalizedTexts {
    QMap<QString, QStringList> byTag;
    QStringList in(const QString &tag) const;
    friend bool operator==(const LocalizedTexts &, const LocalizedTexts &) = default;
};

} // namespace vox
