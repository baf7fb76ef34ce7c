#pragma once
#include "app/host/conversation_host.h"
#include "app/realtime/executor.h"
#include <functional>
#include <memory>
#include <mutex>

namespace vox {

class Conversation;

// Reaches a conversation from other threads as long as it lives: what is posted runs on its executor, and nowhere once the
// conversation was closed. Shared by the call's handle and the host.
class Mailbox final : public std::enable_shared_from_this<Mailbox> {
public:
    using Letter = std::function<void(Conversation &)>;
    Mailbox(Executor &executor, Conversation &conversation) : m_executor(&executor), m_conversation(&conversation) {}

    void post(Letter letter); // any thread
    void close();             // on the executor, before the conversation is deleted

private:
    std::mutex m_mutex;
    Executor *m_executor;         // guarded; null once closed
    Conversation *m_conversation; // read on the executor
};

// What the owner of a call holds.
class CallHandle final : public Call {
public:
    CallHandle(ConversationId id, std::shared_ptr<Mailbox> mailbox) : m_id(id), m_mailbox(std::move(mailbox)) {}
    ConversationId id() const override { return m_id; }
    void say(const QString &typedByCaller) override;
    void press(const QString &digits) override;
    void hangUp() override;
    void setMuted(bool muted) override;

private:
    ConversationId m_id;
    std::shared_ptr<Mailbox> m_mailbox;
};

} // namespace vox
