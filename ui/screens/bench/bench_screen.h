#pragma once
#include "ui/screens/screen.h"
#include <memory>

namespace vox {

class AgentDocuments;
class CallViewModel;
class DeviceChoice;

// The Test bench: call an agent by microphone or in writing and watch sound, words, milliseconds, tools and variables as
// they happen. open() takes an agent's document id. Everything given outlives the screen. GUI thread.
class BenchScreen : public Screen {
    Q_OBJECT
public:
    BenchScreen(CallViewModel &call, AgentDocuments &agents, DeviceChoice &devices, QWidget *parent = nullptr);
    ~BenchScreen() override;

    QString key() const override { return QStringLiteral("bench"); }
    QString title() const override { return tr("Test bench"); }
    QString iconName() const override { return QStringLiteral("audio-lines"); }
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject &state) override;
    void open(const QString &agent) override;

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace vox
