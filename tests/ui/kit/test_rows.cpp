#include "ui/kit/row_delegate.h"
#include "ui/kit/style.h"
#include <QApplication>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QPainter>
#include <QStandardItemModel>
#include <QTableView>
#include <QTest>
#include <atomic>
#include <cstdlib>

#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
// Counts every allocation of the process, Qt's too.
static std::atomic<long> allocations{0};
extern "C" void *__libc_malloc(size_t);
extern "C" void *malloc(size_t size)
{
    ++allocations;
    return __libc_malloc(size);
}
#endif

using namespace vox::kit;
using namespace Qt::StringLiterals;

// Answers from what it keeps, as a table over a large store does.
class Rows final : public QAbstractTableModel {
public:
    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : 1000; }
    int columnCount(const QModelIndex & = {}) const override { return 4; }
    QVariant data(const QModelIndex &index, int role) const override
    {
        if (role == Qt::DisplayRole) return m_texts[index.column()];
        if (role == FontRole && index.column() == 0) return int(TextStyle::Mono);
        if (role == DotRole && index.column() == 2) return int(Meaning::Success);
        if (role == IconRole && index.column() == 1) return QVariant::fromValue<const char *>("phone-incoming");
        return {};
    }

private:
    QString m_texts[4] = {u"09:38"_s, u"Clinic reception"_s, u"booked by the caller and then moved to another day"_s, u"633"_s};
};

class TestRows : public QObject {
    Q_OBJECT
private slots:
    void paintingAllocatesNothing();
    void rowsHaveTheHeightOfTheLook();
    void chosenRowShowsWithoutColour();
};

void TestRows::paintingAllocatesNothing()
{
    Style::install(*qApp);
    QTableView view;
    Rows model;
    view.setModel(&model);
    RowDelegate delegate(&view);
    QImage target(400, 28, QImage::Format_RGB32);
    QPainter painter(&target);
    QStyleOptionViewItem option;
    const auto row = [&] {
        for (int column = 0; column < 4; ++column) {
            option.rect = QRect(column * 100, 0, 100, 28);
            delegate.paint(&painter, option, model.index(3, column));
        }
    };
    for (int i = 0; i < 3; ++i) row();
#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    const long before = allocations;
    for (int i = 0; i < 100; ++i) row();
    const long made = allocations - before;
    qInfo("allocations in 100 rows: %ld", made);
    QCOMPARE(made, 0);
#endif
    QElapsedTimer clock;
    clock.start();
    for (int i = 0; i < 1000; ++i) row();
    qInfo("painting a row of 4 cells: %.1f us", double(clock.nsecsElapsed()) / 1e6);
    QVERIFY(target.pixelColor(0, 27) != target.pixelColor(0, 5)); // the hairline
}

void TestRows::rowsHaveTheHeightOfTheLook()
{
    auto &style = Style::install(*qApp);
    QTableView view;
    Rows model;
    view.setModel(&model);
    RowDelegate delegate(&view, RowDelegate::Density::ListRow);
    QCOMPARE(view.rowHeight(0), 34);
    style.theme().setTextScale(1.5);
    QCOMPARE(view.rowHeight(0), 51);
    style.theme().setTextScale(1);
}

void TestRows::chosenRowShowsWithoutColour()
{
    Style::install(*qApp).theme().setBrightness(Brightness::Light);
    QTableView view;
    Rows model;
    view.setModel(&model);
    RowDelegate delegate(&view);
    view.resize(500, 200);
    view.selectRow(1);
    view.show();
    const QImage picture = view.viewport()->grab().toImage();
    const int y = view.rowViewportPosition(1) + 10;
    QVERIFY(picture.pixelColor(0, y) != picture.pixelColor(4, y)); // the bar
    QCOMPARE(picture.pixelColor(0, y + 28), picture.pixelColor(4, y + 28));
}

QTEST_MAIN(TestRows)
#include "test_rows.moc"
