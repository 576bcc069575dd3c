using Refit;

namespace MeliBot.MercadoLibre;

public interface IPaymentsApi
{
    [Get("/collections/{payment_id}")]
    Task<Payment> GetAsync([AliasAs("payment_id")] long paymentId, CancellationToken cancellationToken = default);
}
