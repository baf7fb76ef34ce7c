#pragma once
#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace vox::kit {

class CountBadge;

// The 36 px row over a section: name, count, and what can be done at the right. A hairline below when asked.
class SectionHeader : public QWidget {
    Q_OBJECT
public:
    explicit SectionHeader(const QString &title = {}, QWidget *parent = nullptr);
    void setTitle(const QString &title);
    void setCount(int count);
    // Circumstance at the right: "urgent first".
    void setNote(const QString &note);
    // Widgets at the right end, in order. Takes ownership.
    void addAction(QWidget *widget);
    using QWidget::addAction;
    void setHairline(bool below);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *) override;
    void changeEvent(QEvent *event) override;

private:
    QLabel *m_title;
    QLabel *m_note;
    CountBadge *m_count;
    QHBoxLayout *m_row;
    bool m_hairline = false;
};

} // namespace vox::kit
