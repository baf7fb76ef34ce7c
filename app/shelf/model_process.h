#pragma once
#include "app/shelf/model_frames.h"
#include <QStringList>
#include <memory>

namespace vox {

// A model that a person added, in a process of its own: whatever it does, only that process ends. Started when it is first
// needed, shared by all conversations, started again after a pause that grows when it ends by itself; ended with this. Any thread.
class ModelProcess {
public:
    struct Program {
        QString path;
        QStringList arguments;
    };
    struct Limits {
        int loadMs = 90000;      // until it says that it is loaded
        int silentMs = 30000;    // without an answer to a ping: it hangs
        int pingEveryMs = 2000;
        int firstPauseMs = 250, longestPauseMs = 30000; // before it is started again
        qsizetype queueBytes = 4 << 20; // not yet taken by the child: a minute of sound
    };
    // One conversation's part. Called on the process's thread, in order.
    class Session {
    public:
        virtual ~Session() = default;
        virtual void arrived(const ModelFrame &frame) = 0;
        virtual void lost(const Error &error) = 0; // once; nothing arrives after it
    };

    // `model`: what people call it, for errors.
    ModelProcess(Program program, const QString &model) : ModelProcess(std::move(program), model, Limits()) {}
    ModelProcess(Program program, const QString &model, const Limits &limits);
    ~ModelProcess();

    // Starts it when it is not there, and waits until it is loaded. Errors: its own; ModelDamaged when it ended while
    // loading, TimedOut, ModelFailed at once while it pauses after a crash.
    Result<void> ready();
    // 0 when it is not loaded: then nothing arrives.
    std::uint32_t open(std::shared_ptr<Session> session);
    void close(std::uint32_t session);
    // Never waits. A child that takes nothing any more is ended.
    void send(const ModelFrame &frame);

    const QString &model() const { return m_model; }
    qint64 pid() const; // 0: none

private:
    struct Shared;
    class Child;
    const QString m_model;
    qsizetype m_queueBytes = 0;
    std::shared_ptr<Shared> m_shared;
    std::unique_ptr<Child> m_child;
};

} // namespace vox
