using Refit;

namespace MeliBot.MercadoLibre;

public interface IUsersApi
{
    /// <summary>The owner of the token.</summary>
    [Get("/users/me")]
    Task<User> MeAsync(CancellationToken cancellationToken = default);

    [Get("/users/{user_id}")]
    Task<User> GetAsync([AliasAs("user_id")] long userId, CancellationToken cancellationToken = default);

    /// <summary>At most 20 ids, none twice. <see cref="BulkReads"/> minds both.</summary>
    [Get("/users/bulk")]
    Task<List<BulkEntry<User>>> BulkAsync(string ids, CancellationToken cancellationToken = default);

    /// <summary>The form that the platform retired on 2026-10-25.</summary>
    [Get("/users")]
    Task<List<BulkEntry<User>>> MultigetAsync(string ids, CancellationToken cancellationToken = default);
}
