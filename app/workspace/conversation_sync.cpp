#include "app/workspace/conversation_sync.h"
#include "app/workspace/workspace.h"

namespace vox {

using namespace Qt::StringLiterals;

namespace {

constexpr int laterMs = 2'000;

} // namespace

ConversationSync::ConversationSync(Workspace &workspace, TeamServer &server)
    : m_workspace(workspace), m_up(workspace, server), m_down(workspace, server), m_recordings(server)
{
    m_later.setSingleShot(true);
    m_later.setInterval(laterMs);
    connect(&m_later, &QTimer::timeout, this, &ConversationSync::kick);
    connect(&m_up, &ConversationUpload::later, &m_later, qOverload<>(&QTimer::start));
    connect(&m_up, &ConversationUpload::refused, this, &ConversationSync::refused);
}

void ConversationSync::allow(bool upload, bool download, bool erase)
{
    m_upload = upload;
    m_download = download;
    m_erase = erase;
}

void ConversationSync::kick()
{
    if (std::exchange(m_busy, true)) {
        m_again = true;
        return;
    }
    if (!m_upload) return bring();
    m_up.begin(m_erase, [this](const std::optional<Error> &error) {
        if (error) end(error);
        else bring();
    });
}

void ConversationSync::bring()
{
    if (!m_download) return end(std::nullopt);
    m_down.begin([this](const std::optional<Error> &error) { end(error); });
}

QFuture<Result<QString>> ConversationSync::recording(ConversationId id)
{
    return m_recordings.begin(id, m_workspace.folder() + u"/conversations/"_s + id.text());
}

void ConversationSync::end(const std::optional<Error> &error)
{
    m_busy = false;
    if (m_down.takeMoved()) emit moved();
    if (error) {
        m_again = false;
        emit failed(*error);
        return;
    }
    emit finished();
    if (std::exchange(m_again, false)) kick();
}

} // namespace vox
