#include "app/ctl/password_prompt.h"
#include "app/ctl/console_output.h"
#include <QFile>
#include <cstdio>
#ifdef Q_OS_WIN
#include <io.h>
#include <windows.h>
#else
#include <termios.h>
#include <unistd.h>
#endif

namespace vox::ctl {

namespace {

#ifdef Q_OS_WIN
bool isTerminal() { return _isatty(_fileno(stdin)); }

// Switches echo off as long as it lives.
class Silence {
public:
    Silence() : m_in(GetStdHandle(STD_INPUT_HANDLE))
    {
        GetConsoleMode(m_in, &m_mode);
        SetConsoleMode(m_in, m_mode & ~DWORD(ENABLE_ECHO_INPUT));
    }
    ~Silence() { SetConsoleMode(m_in, m_mode); }

private:
    HANDLE m_in;
    DWORD m_mode = 0;
};
#else
bool isTerminal() { return isatty(STDIN_FILENO) == 1; }

class Silence {
public:
    Silence()
    {
        tcgetattr(STDIN_FILENO, &m_before);
        termios quiet = m_before;
        quiet.c_lflag &= ~tcflag_t(ECHO);
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
    }
    ~Silence() { tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before); }

private:
    termios m_before{};
};
#endif

} // namespace

Result<QString> readSecret(const QString &question)
{
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly)) return Error(Error::Code::Usage, {question});
    QByteArray line;
    if (isTerminal()) {
        std::fputs((question + QLatin1Char(' ')).toLocal8Bit().constData(), stderr);
        const Silence silence;
        line = input.readLine(4096);
        std::fputs("\n", stderr);
    } else {
        line = input.readLine(4096);
    }
    while (line.endsWith('\n') || line.endsWith('\r')) line.chop(1);
    if (line.isEmpty()) return Error(Error::Code::Usage, {translated("voxctl", "Nothing was typed.")});
    return QString::fromUtf8(line);
}

} // namespace vox::ctl
