#pragma once
#include "ui/screens/call/ruled_row.h"
#include "models/base/ids.h"
#include "ui/kit/colours.h"
#include "ui/viewmodels/call_view_model.h"

class QComboBox;
class QLabel;
class QPushButton;

namespace vox {

class AgentDocuments;
class DeviceChoice;
namespace kit {
class LevelMeter;
class Segments;
}

// The bench's first row: which agent, by voice or in writing, how long, and the one button that matters. GUI thread.
class BenchHeader : public RuledRow {
    Q_OBJECT
public:
    BenchHeader(CallViewModel &call, AgentDocuments &agents, QWidget *parent = nullptr);
    DocumentId agent() const;
    // Also an agent that is not listed yet.
    void setAgent(DocumentId id);
    CallViewModel::Mode mode() const;
    void setMode(CallViewModel::Mode mode);

signals:
    void agentChanged();
    void modeChanged();
    void callPressed();
    void openPressed(); // the conversation that has just ended

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void list();
    void showState();

    CallViewModel &m_call;
    AgentDocuments &m_agents;
    QLabel *m_title;
    QComboBox *m_agent;
    kit::Segments *m_mode;
    QLabel *m_dot;
    QLabel *m_time;
    QPushButton *m_open;
    QPushButton *m_button;
    DocumentId m_wanted;
    ConversationId m_stored;
};

// The second row: microphone and loudspeaker with their levels, and how much echo is taken out. GUI thread.
class BenchDevices : public RuledRow {
    Q_OBJECT
public:
    BenchDevices(CallViewModel &call, DeviceChoice &devices, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void list();
    void showLevels();

    CallViewModel &m_call;
    DeviceChoice &m_devices;
    QComboBox *m_microphone;
    QComboBox *m_loudspeaker;
    kit::LevelMeter *m_in;
    kit::LevelMeter *m_out;
    QLabel *m_echo;
    kit::Meaning m_echoMeaning = kit::Meaning::Neutral;
};

} // namespace vox
