namespace MeliBot.Adapter.Webhooks;

/// <param name="ApplicationId">The client id through which it is linked.</param>
/// <param name="Account">The seller's user id.</param>
/// <param name="SiteId">For example <c>MLA</c>; null when unknown.</param>
public sealed record LinkedAccount(long ApplicationId, long Account, string? SiteId);

/// <summary>Which accounts are linked.</summary>
public interface IAccountDirectory
{
    /// <summary>Asked for every notification, hostile ones too: answers from memory, and what it remembers of unknown accounts stays bounded.</summary>
    /// <param name="applicationId">The application that the notification names; null where it names none.</param>
    ValueTask<bool> IsLinkedAsync(long? applicationId, long account, CancellationToken cancellationToken);

    /// <summary>Those that calls can be made for.</summary>
    ValueTask<IReadOnlyList<LinkedAccount>> ListAsync(CancellationToken cancellationToken);
}
