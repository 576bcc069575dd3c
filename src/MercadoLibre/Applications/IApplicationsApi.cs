using Refit;

namespace MeliBot.MercadoLibre;

public interface IApplicationsApi
{
    /// <summary>Needs the token of the application's owner.</summary>
    [Get("/applications/{app_id}")]
    Task<ApplicationInfo> GetAsync([AliasAs("app_id")] long applicationId, CancellationToken cancellationToken = default);

    /// <summary>Needs the token of the application's owner.</summary>
    [Get("/applications/{app_id}/grants")]
    Task<Grants> GrantsAsync([AliasAs("app_id")] long applicationId, int? offset = null, int? limit = null, CancellationToken cancellationToken = default);

    /// <summary>Ends the link between a user and an application, with that user's token. It erases every token of the pair.</summary>
    [Delete("/users/{user_id}/applications/{app_id}")]
    Task<Revocation> RevokeAsync([AliasAs("user_id")] long userId, [AliasAs("app_id")] long applicationId, CancellationToken cancellationToken = default);
}
