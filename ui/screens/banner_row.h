#pragma once
#include "ui/kit/colours.h"
#include "ui/screens/call/ruled_row.h"

class QLabel;
class QPushButton;

namespace vox {

namespace kit { class TextBlock; }

// A row below a head that says what is the matter and offers up to two things to do: a conflict, drift, being offline.
// Hidden until told something. GUI thread.
class BannerRow : public RuledRow {
    Q_OBJECT
public:
    explicit BannerRow(const char *icon, kit::Meaning meaning, QWidget *parent = nullptr);
    // An empty sentence hides the row; empty buttons are hidden.
    void tell(const QString &sentence, const QString &button = {}, const QString &other = {});

signals:
    void pressed();
    void otherPressed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void drawSign();
    const char *m_icon;
    kit::Meaning m_meaning;
    QLabel *m_sign;
    kit::TextBlock *m_text;
    QPushButton *m_button, *m_other;
};

} // namespace vox
