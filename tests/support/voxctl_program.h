#pragma once
#include <QJsonObject>
#include <QProcess>
#include <QStringList>

namespace vox::test {

// The built voxctl as a user starts it, on a workspace that the test names. Used on the test's own thread.
class VoxctlProgram {
public:
    struct Outcome {
        int status = -1; // -1: killed, crashed or still running after `timeoutMs`
        QByteArray out;
        QString complaints; // standard error
        QJsonObject json() const;
    };

    explicit VoxctlProgram(QString workspace) : m_workspace(std::move(workspace)) {}
    ~VoxctlProgram();
    VoxctlProgram(const VoxctlProgram &) = delete;
    VoxctlProgram &operator=(const VoxctlProgram &) = delete;

    // An empty value removes the variable.
    void setEnvironment(const QString &name, const QString &value);

    Outcome run(const QStringList &arguments, const QByteArray &input = {}, int timeoutMs = 60000);
    // start() goes on beside the test; finish() waits for the end. Further starts only after finish() or kill().
    void start(const QStringList &arguments);
    QProcess &process() { return *m_process; }
    Outcome finish(int timeoutMs = 60000);
    void kill(); // as kill -9; returns when it is gone

    static QString path();

private:
    QString m_workspace;
    QProcessEnvironment m_environment = QProcessEnvironment::systemEnvironment();
    std::unique_ptr<QProcess> m_process;
};

} // namespace vox::test
