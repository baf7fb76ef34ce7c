#pragma once
#include <QWidget>

namespace vox {

class CallViewModel;

// A running call in 156 px, for the builder's dock: lanes, the last lines, the delay of the last answer, and a field to say
// something in writing. The view model outlives it. GUI thread.
class CallStrip : public QWidget {
    Q_OBJECT
public:
    explicit CallStrip(CallViewModel &call, QWidget *parent = nullptr);

private:
    CallViewModel &m_call;
};

} // namespace vox
