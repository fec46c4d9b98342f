#include "net/tls_preparation.h"

#include "net/deadline.h"
#include "net/errors.h"

namespace sonde::net
{
namespace
{

// Reading a file may hang, but OpenSSL's start, which must not meet the end of the program, is over
// by then.
constexpr std::chrono::milliseconds cancelGrace(60);

http::Result<void> prepare(const TlsPolicy &policy)
{
    const auto context = TlsContext::forPolicy(policy);
    if (!context)
        return std::unexpected(context.error());
    return {};
}

} // namespace

TlsPreparation::TlsPreparation(const TlsPolicy &policy)
{
    if (!TlsContext::isMade(policy))
        m_job.emplace([policy] { return prepare(policy); });
}

QCoro::Task<http::Result<void>> TlsPreparation::ended(std::shared_ptr<TlsPreparation> self,
                                                      CancelToken token)
{
    if (!self->m_job)
        co_return http::Result<void>();
    const auto result = self->m_job->result();
    std::unique_ptr<Deadline> grace;
    const auto stop = token.onCancel([&grace, result] {
        const http::Result<void> none = std::unexpected(cancelledError(http::Phase::TlsHandshake));
        grace = completeAfter(cancelGrace, result, none);
    });
    auto prepared = co_await result;
    self->m_job.reset();
    co_return std::move(prepared);
}

} // namespace sonde::net
