using Refit;

namespace MeliBot.MercadoLibre;

/// <summary>Carts. 404 for a sale without one, whose order's id stands where a pack's would.</summary>
public interface IPacksApi
{
    [Get("/packs/{pack_id}")]
    Task<Pack> GetAsync([AliasAs("pack_id")] long packId, CancellationToken cancellationToken = default);
}
