#pragma once
#include "app/ports/tool_runner.h"
#include <QObject>
#include <memory>

namespace vox {

class PortFactory;

// Sends single requests for authors who try their tools, by the same runners and under the same rules as conversations. Owned
// by the program, lives on the GUI thread; outlived by the ports. Its thread starts with the first request.
class ToolTries : public QObject {
    Q_OBJECT
public:
    explicit ToolTries(PortFactory &ports, QObject *parent = nullptr);
    ~ToolTries() override; // cancels what is open

    // Answers once with answered(), unless cancelled.
    quint64 send(const ToolRequest &request);
    void cancel(quint64 id);

signals:
    void answered(quint64 id, const vox::Result<vox::ToolResponse> &response);

private:
    struct Worker;
    PortFactory &m_ports;
    std::unique_ptr<Worker> m_worker;
    quint64 m_last = 0;
};

} // namespace vox
