#include "app/host/mailbox.h"
#include "app/host/conversation.h"

namespace vox {

void Mailbox::post(Letter letter)
{
    const std::lock_guard lock(m_mutex);
    if (!m_executor) return;
    m_executor->post([self = shared_from_this(), letter = std::move(letter)] {
        if (self->m_conversation) letter(*self->m_conversation);
    });
}

void Mailbox::close()
{
    const std::lock_guard lock(m_mutex);
    m_executor = nullptr;
    m_conversation = nullptr;
}

void CallHandle::say(const QString &typedByCaller)
{
    m_mailbox->post([typedByCaller](Conversation &conversation) { conversation.typed(typedByCaller); });
}

void CallHandle::press(const QString &digits)
{
    m_mailbox->post([digits](Conversation &conversation) { conversation.pressed(digits); });
}

void CallHandle::hangUp()
{
    m_mailbox->post([](Conversation &conversation) { conversation.callerLeaves(); });
}

void CallHandle::setMuted(bool muted)
{
    m_mailbox->post([muted](Conversation &conversation) { conversation.setMuted(muted); });
}

} // namespace vox
