#pragma once
#include "models/base/result.h"
#include "models/store/postgres/parameters.h"
#include "models/store/postgres/rows.h"
#include <QHash>
#include <chrono>
#include <functional>
#include <memory>

typedef struct pg_conn PGconn;

namespace vox {

// One connection to PostgreSQL: prepared statements, transactions, PostgreSQL's errors as ours, and coming back after the
// connection was lost. Used by one thread at a time.
//
// A lost connection fails the transaction it was lost in and, outside of one, a write; a read is tried once more. The next
// statement connects again; while that fails, later ones are refused at once until a growing delay has passed.
// Errors: Unreachable {address}, Conflict (another was faster), StoreBusy, DiskFull, BadValue (text PostgreSQL cannot
// keep), StoreBroken.
class Connection {
public:
    // What takes part in every transaction of a connection.
    class Companion {
    public:
        virtual ~Companion() = default;
        // The last words before COMMIT; an error undoes the transaction.
        virtual Result<void> beforeCommit() = 0;
        enum class End { Kept, Undone };
        virtual void ended(End end) = 0;
        // A part of the transaction that may be undone by itself: where it began, and that it was undone from there.
        virtual qsizetype place() const = 0;
        virtual void rewind(qsizetype place) = 0;
    };

    // `url`: postgresql://… or "host=… dbname=…". Never appears in an error.
    static Result<std::unique_ptr<Connection>> open(const QString &url);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    // Something that only reads. `sql` is kept prepared by its text. Each argument fills $1, $2 …; see Parameters.
    template <typename... Values> Result<Rows> read(const QByteArray &sql, const Values &...values)
    {
        return execute(sql, pack(values...), Lost::TryAgain);
    }
    // Something that writes (it may return rows). Outside a transaction it is one by itself.
    template <typename... Values> Result<Rows> write(const QByteArray &sql, const Values &...values)
    {
        return execute(sql, pack(values...), Lost::Fail);
    }
    // Several statements without arguments, as a migration is.
    Result<void> runScript(const QByteArray &sql);

    // COMMIT when `work` succeeds, ROLLBACK otherwise. Inside another one it is a part of that: all or none of it. With
    // Repeat::Allowed `work` runs again when nothing of it was kept because another transaction or a lost connection was
    // in the way.
    enum class Repeat { Never, Allowed };
    Result<void> transaction(const std::function<Result<void>()> &work, Repeat repeat = Repeat::Never);
    bool isInTransaction() const { return m_depth > 0; }

    void attach(Companion &companion) { m_companions.push_back(&companion); }

    // "host:port/database", for errors.
    const QString &address() const { return m_address; }
    PGconn *handle() const { return m_handle; }

private:
    enum class Lost { Fail, TryAgain };
    explicit Connection(QByteArray url) : m_url(std::move(url)) {}
    template <typename... Values> static Parameters pack(const Values &...values)
    {
        Parameters parameters;
        (parameters.add(values), ...);
        return parameters;
    }
    Result<void> connect();
    Result<void> ensureConnected();
    Result<Rows> execute(const QByteArray &sql, const Parameters &parameters, Lost lost);
    Result<Rows> executeOnce(const QByteArray &sql, const Parameters &parameters);
    Result<QByteArray> prepared(const QByteArray &sql, const Parameters &parameters);
    Result<Rows> checked(PGresult *result);
    Result<void> begin();
    Result<void> once(const std::function<Result<void>()> &work);
    Result<void> part(const std::function<Result<void>()> &work);
    void end(Companion::End end);

    QByteArray m_url;
    QString m_address;
    PGconn *m_handle = nullptr;
    QHash<QByteArray, QByteArray> m_prepared; // name by SQL
    int m_depth = 0;
    bool m_lost = false;      // the last statement found the connection gone
    bool m_dead = false;      // the connection has to be made anew
    bool m_inTheWay = false;  // the last statement failed because of another transaction
    std::vector<Companion *> m_companions;
    std::chrono::steady_clock::time_point m_notBefore{};
    std::chrono::milliseconds m_delay{0};
};

} // namespace vox
