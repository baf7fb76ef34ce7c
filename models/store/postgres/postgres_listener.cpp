#include "models/store/postgres/postgres_listener.h"
#include <libpq-fe.h>

namespace vox {

Result<std::unique_ptr<PostgresListener>> PostgresListener::open(const QString &url)
{
    auto connection = Connection::open(url);
    if (!connection) return connection.error();
    auto listener = std::unique_ptr<PostgresListener>(new PostgresListener(std::move(*connection)));
    if (auto listening = listener->listen(); !listening) return listening.error();
    return listener;
}

Result<void> PostgresListener::listen()
{
    auto done = m_db->runScript("listen voxdesk_feed");
    m_listening = done.hasValue();
    return done;
}

int PostgresListener::descriptor() const { return m_listening ? PQsocket(m_db->handle()) : -1; }

Result<PostgresListener::Heard> PostgresListener::poll()
{
    Heard heard;
    if (m_listening && PQconsumeInput(m_db->handle()) == 0) m_listening = false;
    if (m_listening && PQstatus(m_db->handle()) != CONNECTION_OK) m_listening = false;
    if (!m_listening) {
        if (auto again = listen(); !again) return again.error();
        heard.missed = true;
    }
    while (PGnotify *notice = PQnotifies(m_db->handle())) {
        if (const auto workspace = WorkspaceId::parse(QString::fromUtf8(notice->extra))) heard.workspaces.insert(*workspace);
        PQfreemem(notice);
    }
    return heard;
}

} // namespace vox
