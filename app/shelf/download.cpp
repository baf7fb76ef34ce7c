#include "app/shelf/download.h"
#include "app/realtime/live_executor.h"
#include <QFileInfo>
#include <future>

namespace vox {

using namespace Qt::StringLiterals;

namespace {
constexpr int kDayMs = 24 * 3600 * 1000;
}

Download::Download(HttpClient &client, Executor &executor, Request request, Progress progress, Done done)
    : m_client(client), m_executor(executor), m_request(std::move(request)), m_progress(std::move(progress)), m_done(std::move(done)),
      m_part(m_request.path + u".part"_s)
{
}

Download::~Download()
{
    if (m_timer) m_executor.cancel(m_timer);
    if (!m_call) return;
    m_client.cancel(*m_call);
    m_executor.closeCall();
}

void Download::start()
{
    m_executor.openCall();
    const bool resumes = !m_request.sha256.isEmpty();
    if (!m_part.open(resumes ? QIODevice::ReadWrite : QIODevice::ReadWrite | QIODevice::Truncate))
        return finish(Error(Error::Code::FileUnwritable, {m_part.fileName()}, m_part.errorString()));
    m_executor.closeCall();
    attempt();
}

void Download::attempt()
{
    m_timer = 0;
    m_status = 0;
    m_offset = m_request.sha256.isEmpty() ? 0 : m_part.size();
    HttpRequest http;
    http.url = m_request.url;
    if (m_offset > 0) http.headers.append(qMakePair(QByteArray("Range"), "bytes=" + QByteArray::number(m_offset) + '-'));
    http.headers.append(qMakePair(QByteArray("Accept-Encoding"), QByteArray("identity"))); // the hash is of the file as it is
    http.totalTimeoutMs = kDayMs;
    http.idleTimeoutMs = m_request.idleTimeoutMs;
    http.maxBytes = m_request.mostBytes;
    http.streaming = true;
    m_executor.openCall();
    m_call = m_client.send(http, m_executor,
                           {.began = [this](int status) { began(status); },
                            .piece = [this](const QByteArray &piece) { took(piece); },
                            .done = [this](const Result<HttpResponse> &response) {
                                m_call.reset();
                                ended(response);
                            }});
}

// A server that does not resume sends everything: then from the start.
void Download::began(int status)
{
    m_status = status;
    if (status == 200) m_part.resize(0);
    m_part.seek(m_part.size());
}

void Download::took(const QByteArray &piece)
{
    if (m_status != 200 && m_status != 206) return;
    m_fruitless = 0;
    if (m_part.pos() + piece.size() > m_request.mostBytes || m_part.write(piece) != piece.size()) {
        m_client.cancel(*m_call);
        m_call.reset();
        return finish(m_part.error() == QFileDevice::NoError ? Error(Error::Code::TooLarge, {m_request.path, QString::number(m_request.mostBytes)})
                                                             : Error(Error::Code::DiskFull, {m_part.fileName()}));
    }
    if (m_progress) m_progress(m_part.pos());
}

void Download::ended(const Result<HttpResponse> &response)
{
    if (!response) return again(response.error());
    if (m_status == 416) { // nothing is left to send: either it is whole, or it never fits
        if (const auto good = check(); !good) return finish(good.error());
    } else if (const auto error = errorOfStatus(*response, m_request.url)) {
        const bool passing = m_status >= 500 || m_status == 429;
        return passing ? again(*error) : finish(*error);
    } else if (const qint64 promised = response->header("content-length").toLongLong(); promised > m_part.size() - (m_status == 206 ? m_offset : 0)) {
        return again(Error(Error::Code::Unreachable, {shownAddress(m_request.url)}, u"cut off"_s));
    } else if (const auto good = check(); !good) {
        return finish(good.error());
    }
    m_part.close();
    QFile::remove(m_request.path);
    if (!m_part.rename(m_request.path)) return finish(Error(Error::Code::FileUnwritable, {m_request.path}, m_part.errorString()));
    finish(m_request.path);
}

// Bytes that do not fit their hash are worth nothing: away with them, or every later try fails as well.
Result<void> Download::check()
{
    if (m_request.sha256.isEmpty()) return {};
    QCryptographicHash hash(QCryptographicHash::Sha256);
    m_part.seek(0);
    if (hash.addData(&m_part) && hash.result().toHex() == m_request.sha256.toLower()) return {};
    m_part.resize(0);
    return Error(Error::Code::ModelDamaged, {QFileInfo(m_request.path).fileName(), m_request.path}, u"sha256"_s);
}

void Download::again(const Error &error)
{
    if (++m_fruitless >= m_request.tries) return finish(error);
    m_timer = m_executor.callAt(m_executor.nowUs() + (1000000LL << std::min(m_fruitless - 1, 5)), [this] { attempt(); });
    m_executor.closeCall();
}

void Download::finish(const Result<QString> &result)
{
    m_executor.closeCall();
    const Done done = std::exchange(m_done, {});
    if (done) done(result);
}

Result<QString> downloadNow(const Download::Request &request, const std::function<bool(qint64)> &goOn)
{
    HttpClient client;
    LiveExecutor executor;
    std::promise<Result<QString>> done;
    std::unique_ptr<Download> download;
    bool told = false; // on the executor
    const auto end = [&](const Result<QString> &result) {
        if (!std::exchange(told, true)) done.set_value(result);
    };
    executor.post([&] {
        const auto progress = [&](qint64 bytes) {
            if (goOn && !goOn(bytes)) end(Error(Error::Code::Cancelled));
        };
        download = std::make_unique<Download>(client, executor, request, progress, end);
        download->start();
    });
    Result<QString> result = done.get_future().get();
    std::promise<void> gone;
    executor.post([&] {
        download.reset();
        gone.set_value();
    });
    gone.get_future().wait();
    return result;
}

} // namespace vox
