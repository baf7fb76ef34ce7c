#pragma once
#include <QWidget>

class QHBoxLayout;

namespace vox {

// A row of controls across a screen, 44 px unless told, with a hairline below or above. Its layout is row(). GUI thread.
class RuledRow : public QWidget {
    Q_OBJECT
public:
    enum class Rule { Above, Below, None };
    explicit RuledRow(Rule rule = Rule::Below, int height = 44, QWidget *parent = nullptr);
    QHBoxLayout *row() const { return m_row; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *) override;
    void changeEvent(QEvent *event) override;

private:
    QHBoxLayout *m_row;
    Rule m_rule;
    int m_height;
};

} // namespace vox
