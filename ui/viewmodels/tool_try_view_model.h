#pragma once
#include "app/ports/tool_runner.h"
#include "models/dialogue/tool_try.h"
#include "ui/viewmodels/flow_view_model.h"

namespace vox {

class ToolTries;

// Trying the tools of the selected step: example values, the real request, what came back and what a conversation would
// remember of it. Values typed stay while the agent is open. What changes something is sent only after confirm(). GUI thread;
// outlived by the flow and `tries`.
class ToolTryViewModel : public QObject {
    Q_OBJECT
public:
    enum class State { Idle, Asking, Running, Answered, Failed };

    ToolTryViewModel(FlowViewModel &flow, ToolTries &tries, QObject *parent = nullptr);
    ~ToolTryViewModel() override;

    // What came of another step's tool is put away, and what runs is cancelled.
    void setNode(const QString &node);
    const QStringList &tools() const { return m_tools; } // empty: nothing to try here
    int tool() const { return m_tool; }
    void setTool(int tool);

    QList<ToolTry::Input> inputs() const { return m_try ? m_try->inputs() : QList<ToolTry::Input>(); }
    QString value(const QString &input) const;
    void setValue(const QString &input, const QString &text);
    // Why nothing can be sent: a mistake in the request.
    std::optional<Error> mistake() const { return m_mistake; }

    void send();
    void confirm(); // when Asking
    void cancel();

    State state() const { return m_state; }
    // "POST https://…" with the values filled in; secrets stay names.
    QString requestLine() const { return m_line; }
    const ToolResponse &response() const { return m_response; }
    bool wentWell() const { return m_response.status >= 200 && m_response.status < 300; }
    QList<ToolTry::Kept> kept() const;
    // The headers an author asks about, "content-type: application/json".
    QStringList shownHeaders() const;
    // Indented when it is JSON; cut at 20,000 characters.
    QString bodyText() const;
    const std::optional<Error> &error() const { return m_error; }

signals:
    void toolsChanged();  // another step, or its tools are others
    void inputsChanged(); // the request reads other values
    void changed();

private:
    void read();
    void go();
    void rest();
    void took(quint64 id, const Result<ToolResponse> &response);
    QString key() const;
    QString language() const;

    FlowViewModel &m_flow;
    ToolTries &m_tries;
    QString m_node;
    QStringList m_tools;
    int m_tool = 0;
    std::optional<ToolTry> m_try;
    std::optional<Error> m_mistake, m_error;
    QHash<QString, QHash<QString, QString>> m_values; // by step and tool
    State m_state = State::Idle;
    ToolRequest m_request;
    QString m_line;
    quint64 m_open = 0;
    std::optional<ToolTry> m_sent;
    ToolResponse m_response;
};

} // namespace vox
