#include "tests/support/voxctl_program.h"
#include <QJsonDocument>

namespace vox::test {

using namespace Qt::StringLiterals;

QJsonObject VoxctlProgram::Outcome::json() const { return QJsonDocument::fromJson(out).object(); }

VoxctlProgram::~VoxctlProgram()
{
    if (m_process) kill();
}

QString VoxctlProgram::path() { return QStringLiteral(VOX_BINARY_DIR "/bin/voxctl"); }

void VoxctlProgram::setEnvironment(const QString &name, const QString &value)
{
    if (value.isEmpty()) m_environment.remove(name);
    else m_environment.insert(name, value);
}

void VoxctlProgram::start(const QStringList &arguments)
{
    m_process = std::make_unique<QProcess>();
    m_process->setProcessEnvironment(m_environment);
    m_process->start(path(), arguments + QStringList{u"--workspace"_s, m_workspace});
}

VoxctlProgram::Outcome VoxctlProgram::finish(int timeoutMs)
{
    m_process->closeWriteChannel();
    const bool ended = m_process->state() == QProcess::NotRunning || m_process->waitForFinished(timeoutMs);
    Outcome outcome;
    if (!ended) kill();
    else if (m_process->exitStatus() == QProcess::NormalExit && m_process->error() == QProcess::UnknownError) outcome.status = m_process->exitCode();
    outcome.out = m_process->readAllStandardOutput();
    outcome.complaints = QString::fromUtf8(m_process->readAllStandardError());
    return outcome;
}

VoxctlProgram::Outcome VoxctlProgram::run(const QStringList &arguments, const QByteArray &input, int timeoutMs)
{
    start(arguments);
    if (!input.isEmpty()) m_process->write(input);
    return finish(timeoutMs);
}

void VoxctlProgram::kill()
{
    if (m_process->state() == QProcess::NotRunning) return;
    m_process->kill();
    m_process->waitForFinished();
}

} // namespace vox::test
