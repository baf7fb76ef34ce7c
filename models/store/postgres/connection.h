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
//
// A statement whose answer nobody waits for is owed: BEGIN, savepoints and what writeLater() is given travel with the next
// statement that has an answer, or with COMMIT, in one journey of libpq's pipeline mode. The first that fails ends the journey: what
// comes behind it is not run.
class Connection {
public:
    // Looks at the answer of something owed; an error fails the statement it travels with.
    using Check = std::function<Result<void>(const Rows &rows)>;

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
        const Parameters parameters = pack(values...);
        if (Rows rows; !m_fetched.empty() && takeFetched(sql, parameters, rows)) return rows;
        return execute(sql, parameters, Lost::TryAgain);
    }
    // The same, planned anew for these very values: for searches, where a rare word and a frequent one want different ways.
    template <typename... Values> Result<Rows> search(const QByteArray &sql, const Values &...values)
    {
        return execute(sql, pack(values...), Lost::TryAgain, Plan::Anew);
    }
    // Something that writes (it may return rows). Outside a transaction it is one by itself.
    template <typename... Values> Result<Rows> write(const QByteArray &sql, const Values &...values)
    {
        return execute(sql, pack(values...), Lost::Fail);
    }
    // The same without waiting for the answer: it goes with the next statement. Needs a transaction; outside of one it is written
    // at once. `check` must not use this connection; what it refuses undoes the transaction, whatever its work makes of that.
    template <typename... Values> Result<void> writeLater(const QByteArray &sql, const Check &check, const Values &...values)
    {
        return owe({sql, pack(values...), check});
    }
    // Something that will be read soon: read() with the same words and values finds its answer once when fetch() has been called.
    // Nothing inside a transaction.
    template <typename... Values> void foresee(const QByteArray &sql, const Values &...values) { expect({sql, pack(values...), {}}); }
    // Asks for all that was foreseen, in one journey. What fails is not there then: read() asks anew and tells why.
    void fetch();
    // Forgets what was fetched and not read.
    void forgetFetched();

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
    // How often this connection has asked and waited for an answer, without what prepares statements.
    qint64 journeys() const { return m_journeys; }

private:
    enum class Lost { Fail, TryAgain };
    enum class Plan { Kept, Anew };
    struct Owed {
        QByteArray sql;
        Parameters parameters;
        Check check;
    };
    explicit Connection(QByteArray url) : m_url(std::move(url)) {}
    template <typename... Values> static Parameters pack(const Values &...values)
    {
        Parameters parameters;
        (parameters.add(values), ...);
        return parameters;
    }
    Result<void> connect();
    Result<void> ensureConnected();
    Result<Rows> execute(const QByteArray &sql, const Parameters &parameters, Lost lost, Plan plan = Plan::Kept);
    Result<Rows> executeOnce(const QByteArray &sql, const Parameters &parameters, Plan plan);
    Result<QByteArray> prepared(const QByteArray &sql, const Parameters &parameters);
    Result<Rows> checked(PGresult *result);
    Result<void> owe(Owed owed);
    // What is owed and then `last`, in one journey; the answer of `last`. See connection_journeys.cpp.
    Result<Rows> travel(Owed last);
    Result<Rows> travelOnce(const std::vector<Owed> &load);
    Result<Rows> arrived(const std::vector<Owed> &load);
    bool send(const QByteArray &name, const Parameters &parameters);
    void leavePipeline();
    void expect(Owed read) { m_foreseen.push_back(std::move(read)); }
    bool takeFetched(const QByteArray &sql, const Parameters &parameters, Rows &rows);
    bool owesBegin() const { return !m_owed.empty() && m_owed.front().sql == "begin"; }
    Result<void> pay();
    Result<void> commit();
    Result<void> endPart(const QByteArray &name);
    void undoPart(const QByteArray &name);
    Result<void> begin();
    Result<void> once(const std::function<Result<void>()> &work);
    Result<void> part(const std::function<Result<void>()> &work);
    void end(Companion::End end);

    QByteArray m_url;
    QString m_address;
    PGconn *m_handle = nullptr;
    QHash<QByteArray, QByteArray> m_prepared; // name by SQL
    int m_names = 0;                          // that were given since the connection was made
    std::vector<Owed> m_owed, m_foreseen;
    std::vector<std::pair<Owed, Rows>> m_fetched;
    qint64 m_journeys = 0;
    std::optional<Error> m_refused; // by a check in this transaction: it must not be kept, whoever heard of it
    int m_depth = 0;
    bool m_lost = false;      // the last statement found the connection gone
    bool m_dead = false;      // the connection has to be made anew
    bool m_inTheWay = false;  // the last statement failed because of another transaction
    std::vector<Companion *> m_companions;
    std::chrono::steady_clock::time_point m_notBefore{};
    std::chrono::milliseconds m_delay{0};
};

} // namespace vox
