#pragma once
#include <QByteArray>
#include <QString>
#include <QUuid>
#include <memory>
#include <optional>

typedef struct pg_result PGresult;

namespace vox {

// What a statement answered: all of its rows, in memory. A value that owns PostgreSQL's result.
class Rows {
public:
    Rows() = default; // none
    explicit Rows(PGresult *result) : m_result(result) {}

    int size() const;
    bool isEmpty() const { return size() == 0; }
    // Rows that were inserted, updated, deleted or selected.
    qint64 affected() const;

    // Row and column from 0. Null reads as empty text, no bytes, 0, false, a null id.
    QString text(int row, int column) const;
    QByteArray blob(int row, int column) const;
    qint64 integer(int row, int column) const;        // smallint, integer, bigint
    std::optional<qint64> optionalInteger(int row, int column) const;
    bool truth(int row, int column) const;            // boolean
    QUuid uuid(int row, int column) const;            // uuid
    bool isNull(int row, int column) const;

private:
    struct Clear { void operator()(PGresult *result) const; };
    std::unique_ptr<PGresult, Clear> m_result;
};

} // namespace vox
