#pragma once
#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>
#include <QUuid>
#include <optional>
#include <vector>

namespace vox {

// The values of $1, $2 … of one run of a statement, in PostgreSQL's binary form, so that no text is ever cut or quoted.
// A value; lives while the statement is sent.
class Parameters {
public:
    void add(const QString &text);               // text
    void add(const QByteArray &bytes);           // bytea
    void add(qint64 number);                     // bigint
    void add(int number) { add(qint64(number)); }
    void add(bool truth);                        // boolean
    void add(const QUuid &id);                   // uuid
    void add(const QStringList &texts);          // text[]
    void add(const QList<QByteArray> &blobs);    // bytea[]
    void add(const QList<qint64> &numbers);      // bigint[]
    void add(const QList<QUuid> &ids);           // uuid[]
    // Null when there is none.
    template <typename T> void add(const std::optional<T> &value)
    {
        if (value) add(*value);
        else addNull();
    }

    int size() const { return int(m_types.size()); }
    const unsigned *types() const { return m_types.data(); }
    // As PQexecPrepared takes them; valid until the next add().
    const char *const *values() const;
    const int *lengths() const { return m_lengths.data(); }
    const int *formats() const { return m_formats.data(); }

    bool isSame(const Parameters &other) const { return m_types == other.m_types && m_nulls == other.m_nulls && m_bytes == other.m_bytes; }

private:
    void push(unsigned type, QByteArray bytes);
    void addNull();

    std::vector<unsigned> m_types; // Oid; 0 lets the server infer it
    std::vector<QByteArray> m_bytes;
    std::vector<bool> m_nulls;
    std::vector<int> m_lengths;
    std::vector<int> m_formats;
    mutable std::vector<const char *> m_pointers;
};

} // namespace vox
