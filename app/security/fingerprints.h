#pragma once
#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QString>
#include <optional>

namespace vox {

// Finds known values inside texts without keeping the values: of each it keeps a length, a rolling hash and a keyed BLAKE2b, both
// of them with a key of this object's own. Immutable after its making; any thread.
class Fingerprints {
public:
    // Shorter ones (bytes) cannot be told from words.
    static constexpr qsizetype shortest = 12;

    struct Print {
        QString name;
        qsizetype length = 0;
        quint64 rolling = 0;
        QByteArray digest;
    };

    Fingerprints();
    // Nothing for a value that is too short.
    std::optional<Print> of(const QString &name, QByteArrayView value) const;
    // The name of the first of them that stands somewhere in the text. One pass over the text for each length there is.
    std::optional<QString> find(const QList<Print> &prints, QByteArrayView text) const;

private:
    QByteArray digestOf(QByteArrayView value) const;

    QByteArray m_key;
    quint64 m_base = 0; // odd
};

} // namespace vox
