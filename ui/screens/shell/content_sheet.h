#pragma once
#include <QWidget>

class QStackedLayout;

namespace vox {

// The one sheet all screens lie on: surface 1 with a hairline at the left and the top and one rounded corner. Owned by the
// shell's window, GUI thread.
class ContentSheet : public QWidget {
    Q_OBJECT
public:
    explicit ContentSheet(QWidget *parent = nullptr);
    void add(QWidget *page);
    void show(QWidget *page);

protected:
    void paintEvent(QPaintEvent *) override;

private:
    QStackedLayout *m_pages;
};

} // namespace vox
