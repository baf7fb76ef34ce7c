#include "app/shelf/model_process.h"
#include <QElapsedTimer>
#include <QProcess>
#include <QProcessEnvironment>
#include <QThread>
#include <QTimer>
#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <map>
#include <mutex>

namespace vox {

using namespace Qt::StringLiterals;

// What threads of conversations and the child's own thread both touch.
struct ModelProcess::Shared {
    enum class State { Idle, Loading, Loaded, Pausing };
    std::mutex mutex;
    std::condition_variable changed;
    State state = State::Idle;       // guarded by the mutex, as all below
    std::optional<Error> trouble;    // why it is not loaded
    std::map<std::uint32_t, std::shared_ptr<Session>> sessions;
    std::uint32_t lastSession = 0;
    qint64 pid = 0;
    std::atomic<qsizetype> queued = 0; // bytes on their way to the child
    std::atomic_bool overfull = false;
};

// The child with its pipes and timers, on a thread of its own.
class ModelProcess::Child : public QObject {
public:
    Child(Program program, QString model, const Limits &limits, std::shared_ptr<Shared> shared)
        : m_program(std::move(program)), m_model(std::move(model)), m_limits(limits), m_shared(std::move(shared))
    {
        m_watch.setSingleShot(true);
        m_pause.setSingleShot(true);
        connect(&m_watch, &QTimer::timeout, this, [this] { over(Error(Error::Code::TimedOut, {m_model, QString::number(m_watch.interval())})); });
        connect(&m_pause, &QTimer::timeout, this, [this] { start(); });
        connect(&m_ping, &QTimer::timeout, this, [this] {
            const QByteArray ping = ModelFrame{ModelFrame::Kind::Ping, 0}.bytes();
            m_shared->queued += ping.size();
            write(ping);
        });
        moveToThread(&m_thread);
        m_thread.setObjectName(u"model"_s);
        m_thread.start();
    }
    ~Child() override
    {
        QMetaObject::invokeMethod(this, [this] { shut(); }, Qt::QueuedConnection);
        m_thread.wait();
    }

    template <typename Task> void post(Task task) { QMetaObject::invokeMethod(this, std::move(task), Qt::QueuedConnection); }

    void start()
    {
        m_process = std::make_unique<QProcess>();
        m_reader = {};
        m_shared->overfull = false;
        m_loaded = false;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const QString &name : environment.keys())
            if (name.startsWith("VOXDESK_SECRET_"_L1)) environment.remove(name); // it has no use for keys
        m_process->setProcessEnvironment(environment);
        m_process->setProcessChannelMode(QProcess::SeparateChannels);
        connect(m_process.get(), &QProcess::readyReadStandardOutput, this, [this] { read(); });
        connect(m_process.get(), &QProcess::readyReadStandardError, this, [this] {
            m_said = (m_said + m_process->readAllStandardError()).right(2000);
        });
        connect(m_process.get(), &QProcess::bytesWritten, this, [this](qint64 bytes) { m_shared->queued -= qsizetype(bytes); });
        connect(m_process.get(), &QProcess::finished, this, [this] { over(Error(Error::Code::ModelDamaged, {m_model, {}}, QString::fromUtf8(m_said))); });
        connect(m_process.get(), &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
            if (error == QProcess::FailedToStart) over(Error(Error::Code::FileNotFound, {m_program.path}, m_process->errorString()));
        });
        m_process->start(m_program.path, m_program.arguments);
        m_watch.start(m_limits.loadMs);
    }

    void write(const QByteArray &bytes)
    {
        if (m_process && m_process->state() == QProcess::Running) m_process->write(bytes);
        else m_shared->queued -= bytes.size();
    }

    void overfull() { over(Error(Error::Code::ModelFailed, {m_model}, u"it takes no more sound"_s)); }

private:
    void read()
    {
        m_reader.add(m_process->readAllStandardOutput());
        while (m_process) {
            const auto frame = m_reader.next();
            if (!frame) break;
            take(*frame);
        }
        if (m_process && m_reader.broken()) over(Error(Error::Code::ModelFailed, {m_model}, u"what it says makes no sense"_s));
    }

    void take(const ModelFrame &frame)
    {
        using Kind = ModelFrame::Kind;
        if (frame.kind == Kind::Ready && !m_loaded) return loaded();
        if (frame.kind == Kind::Unusable && !m_loaded) return over(errorFromFrame(frame.object()));
        if (frame.kind == Kind::Pong && frame.session == 0) return m_watch.start(m_limits.silentMs);
        std::shared_ptr<Session> session;
        {
            const std::lock_guard lock(m_shared->mutex);
            const auto found = m_shared->sessions.find(frame.session);
            if (found != m_shared->sessions.end()) session = found->second;
        }
        if (session) session->arrived(frame);
    }

    void loaded()
    {
        m_loaded = true;
        m_since.start();
        {
            const std::lock_guard lock(m_shared->mutex);
            m_shared->state = Shared::State::Loaded;
            m_shared->trouble.reset();
            m_shared->pid = m_process->processId();
        }
        m_shared->changed.notify_all();
        m_watch.start(m_limits.silentMs);
        m_ping.start(m_limits.pingEveryMs);
    }

    void end()
    {
        m_watch.stop();
        m_ping.stop();
        if (!m_process) return;
        m_process->disconnect();
        m_process->kill();
        m_process->waitForFinished(2000);
        m_shared->queued -= qsizetype(m_process->bytesToWrite());
        m_process.release()->deleteLater(); // a signal of it may be on the stack
    }

    // The child is no more, or may not go on. One that had worked is started again after a pause; one that never was
    // loaded waits until somebody asks.
    void over(const Error &why)
    {
        if (!m_process) return;
        const bool worked = m_loaded;
        end();
        m_loaded = false;
        if (worked && m_since.isValid() && m_since.elapsed() > 60000) m_crashes = 0;
        const int pause = std::min(m_limits.longestPauseMs, m_limits.firstPauseMs << std::min(m_crashes++, 10));
        std::map<std::uint32_t, std::shared_ptr<Session>> sessions;
        {
            const std::lock_guard lock(m_shared->mutex);
            m_shared->state = worked ? Shared::State::Pausing : Shared::State::Idle;
            m_shared->trouble = worked ? Error(Error::Code::ModelFailed, {m_model}, why.detail) : why;
            m_shared->pid = 0;
            sessions.swap(m_shared->sessions);
        }
        m_shared->changed.notify_all();
        m_said.clear();
        const Error told(worked && why.code != Error::Code::TimedOut ? Error(Error::Code::ModelFailed, {m_model}, why.detail) : why);
        for (const auto &[id, session] : sessions) session->lost(told);
        if (!worked) return;
        m_pause.start(pause);
    }

    void shut()
    {
        m_pause.stop();
        std::map<std::uint32_t, std::shared_ptr<Session>> sessions;
        {
            const std::lock_guard lock(m_shared->mutex);
            sessions.swap(m_shared->sessions);
            m_shared->pid = 0;
        }
        for (const auto &[id, session] : sessions) session->lost(Error(Error::Code::Cancelled));
        end();
        m_thread.quit();
    }

    const Program m_program;
    const QString m_model;
    const Limits m_limits;
    const std::shared_ptr<Shared> m_shared;
    std::unique_ptr<QProcess> m_process;
    QTimer m_watch{this}, m_ping{this}, m_pause{this};
    ModelFrameReader m_reader;
    QByteArray m_said; // the end of what it wrote to its standard error
    QElapsedTimer m_since;
    int m_crashes = 0;
    bool m_loaded = false;
    QThread m_thread;
};

ModelProcess::ModelProcess(Program program, const QString &model, const Limits &limits)
    : m_model(model), m_queueBytes(limits.queueBytes), m_shared(std::make_shared<Shared>()),
      m_child(std::make_unique<Child>(std::move(program), model, limits, m_shared))
{
}

ModelProcess::~ModelProcess() = default;

Result<void> ModelProcess::ready()
{
    std::unique_lock lock(m_shared->mutex);
    if (m_shared->state == Shared::State::Idle) {
        m_shared->state = Shared::State::Loading;
        m_shared->trouble.reset();
        m_child->post([child = m_child.get()] { child->start(); });
    }
    m_shared->changed.wait(lock, [this] { return m_shared->state != Shared::State::Loading; });
    if (m_shared->state == Shared::State::Loaded) return {};
    return m_shared->trouble.value_or(Error(Error::Code::ModelFailed, {m_model}));
}

std::uint32_t ModelProcess::open(std::shared_ptr<Session> session)
{
    const std::lock_guard lock(m_shared->mutex);
    if (m_shared->state != Shared::State::Loaded) return 0;
    m_shared->sessions[++m_shared->lastSession] = std::move(session);
    return m_shared->lastSession;
}

void ModelProcess::close(std::uint32_t session)
{
    std::shared_ptr<Session> gone; // ends outside the lock
    {
        const std::lock_guard lock(m_shared->mutex);
        const auto found = m_shared->sessions.find(session);
        if (found == m_shared->sessions.end()) return;
        gone = std::move(found->second);
        m_shared->sessions.erase(found);
    }
    send({ModelFrame::Kind::Close, session});
}

void ModelProcess::send(const ModelFrame &frame)
{
    QByteArray bytes = frame.bytes();
    const qsizetype before = m_shared->queued.fetch_add(bytes.size());
    if (before > m_queueBytes) { // nobody reads any more
        m_shared->queued -= bytes.size();
        if (!m_shared->overfull.exchange(true)) m_child->post([child = m_child.get()] { child->overfull(); });
        return;
    }
    m_child->post([child = m_child.get(), bytes = std::move(bytes)] { child->write(bytes); });
}

qint64 ModelProcess::pid() const
{
    const std::lock_guard lock(m_shared->mutex);
    return m_shared->pid;
}

} // namespace vox
