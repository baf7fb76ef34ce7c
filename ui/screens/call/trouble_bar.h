#pragma once
#include "models/base/error.h"
#include "ui/screens/call/ruled_row.h"
#include <optional>

class QPushButton;

namespace vox {

namespace kit {
class TextBlock;
}

// What went wrong, where it went wrong: what happened, what to do next, and a button when we can do it. Hidden while there is
// nothing to say. GUI thread.
class TroubleBar : public RuledRow {
    Q_OBJECT
public:
    explicit TroubleBar(QWidget *parent = nullptr);
    void setError(const std::optional<Error> &error, const QString &action = {});
    const std::optional<Error> &error() const { return m_error; }

signals:
    void actionPressed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    std::optional<Error> m_error;
    kit::TextBlock *m_text;
    QPushButton *m_action;
    QPushButton *m_copy;
};

} // namespace vox
