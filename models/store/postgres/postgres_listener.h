#pragma once
#include "models/base/ids.h"
#include "models/store/postgres/connection.h"
#include <QSet>

namespace vox {

// Hears of what any program writes to any workspace of a database, over a connection of its own. Whoever owns it waits
// until descriptor() can be read (poll(2), QSocketNotifier, Asio) or a second has passed, and then calls poll(). One thread.
class PostgresListener {
public:
    struct Heard {
        QSet<WorkspaceId> workspaces; // whose feed has grown
        bool missed = false;          // the connection was lost meanwhile: any may have grown
    };

    // Errors as Connection's.
    static Result<std::unique_ptr<PostgresListener>> open(const QString &url);

    // Readable when there is something to hear or the connection broke; -1 while there is none. Changes when the connection
    // is made anew: ask again after each poll().
    int descriptor() const;
    // Never waits for news. While the database is away it answers Unreachable and tries to come back, with a growing delay
    // between attempts.
    Result<Heard> poll();

private:
    explicit PostgresListener(std::unique_ptr<Connection> connection) : m_db(std::move(connection)) {}
    Result<void> listen();

    std::unique_ptr<Connection> m_db;
    bool m_listening = false;
};

} // namespace vox
