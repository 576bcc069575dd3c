using System.Security.Claims;
using System.Text.Json;
using MeliBot.Adapter;
using MeliBot.Adapter.Claims;
using MeliBot.Adapter.Claims.Actions;
using MeliBot.Delivery;
using MeliBot.Delivery.Reasons;
using MeliBot.Delivery.Turns;
using MeliBot.Inbox.Pages;
using MeliBot.Inbox.Pages.Claims;
using MeliBot.Inbox.Pages.Sales;
using MeliBot.Inbox.People;
using MeliBot.Inbox.Writing;
using MeliBot.MercadoLibre;
using Microsoft.AspNetCore.Authorization;

namespace MeliBot.Inbox.Claims;

/// <summary>What a person sees before deciding in a claim, and the decision itself.</summary>
internal sealed class ClaimDecisions(ClaimActionDesk desk, ClaimProposalDesk proposals, ClaimMessageDesk files, IMercadoLibreClient client, AccountNames accounts, IAuthorizationService authorization, TimeProvider time)
{
    /// <summary>Names one showing of the page: confirmed twice, it acts once.</summary>
    public string NewConfirmation() => Guid.CreateVersion7(time.GetUtcNow()).ToString("N");

    /// <summary>What may be done now, with what it costs, as Mercado Libre says at this moment.</summary>
    public async Task<(OfferedActions? Offered, Reason? Problem)> OffersAsync(long account, long claim, CancellationToken cancellationToken)
    {
        try
        {
            return (await desk.OffersAsync(account, claim, cancellationToken), null);
        }
        catch (MercadoLibreException failure)
        {
            return (null, PlatformReasons.Of(failure.Error));
        }
        catch (DeliveryUnavailableException)
        {
            return (null, WritingReasons.StoreAway);
        }
    }

    /// <returns>Null when it is on its way; otherwise why it isn't.</returns>
    public async Task<Reason?> ConfirmAsync(ClaimConfirmation confirmation, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var person = await PersonAsync(user);
        try
        {
            return await desk.ConfirmAsync(confirmation, person, cancellationToken);
        }
        catch (MercadoLibreException failure)
        {
            return PlatformReasons.Of(failure.Error);
        }
        catch (Exception e) when (e is DeliveryUnavailableException or TurnConflictException)
        {
            return WritingReasons.StoreAway;
        }
    }

    /// <summary>Decides against what the bot proposed.</summary>
    /// <returns>Null when it is dismissed; otherwise why it isn't.</returns>
    public async Task<Reason?> DismissAsync(long account, long claim, string proposal, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var person = await PersonAsync(user);
        try
        {
            return await proposals.DismissAsync(account, claim, proposal, person, cancellationToken);
        }
        catch (JsonException)
        {
            return ClaimReasons.Unreadable;
        }
        catch (Exception e) when (e is DeliveryUnavailableException or TurnConflictException)
        {
            return WritingReasons.StoreAway;
        }
    }

    /// <summary>Uploads the files of evidence and writes down what is shown.</summary>
    public async Task<(string? Evidence, Reason? Problem)> EvidenceAsync(long account, long claim, EvidenceDraft evidence, CancellationToken cancellationToken)
    {
        if (await UploadAsync(evidence.Files, (name, content) => files.UploadOfEvidenceAsync(account, claim, name, content, cancellationToken)) is { } problem) return (null, problem);
        return (JsonSerializer.Serialize(evidence.Request(await accounts.ZoneAsync(account)), MercadoLibreJson.Options), null);
    }

    /// <summary>Uploads the files of a review.</summary>
    public Task<Reason?> UploadAsync(long account, long claim, ReviewDraft review, CancellationToken cancellationToken) => review.Reason is null
        ? Task.FromResult<Reason?>(null)
        : UploadAsync(review.Files, (name, content) => files.UploadOfReturnAsync(account, claim, name, content, cancellationToken));

    /// <summary>What may be wrong with a product that came back, in Mercado Libre's words.</summary>
    public async Task<(IReadOnlyList<ReturnReason> Reasons, Reason? Problem)> ReasonsAsync(long account, long claim, CancellationToken cancellationToken)
    {
        try
        {
            return ([.. (await client.For(account).Returns.ReasonsAsync(ReturnReason.FailedReturn, claim, cancellationToken)).Where(reason => reason.Id is not null).OrderBy(reason => reason.Position)], null);
        }
        catch (MercadoLibreException failure)
        {
            return ([], PlatformReasons.Of(failure.Error));
        }
    }

    private async Task<ClaimPerson> PersonAsync(ClaimsPrincipal user)
    {
        var isAdministrator = user.IsInRole(InboxRoles.Administrator);
        return new(
            user.Id() ?? "",
            isAdministrator ? InboxRoles.Administrator : InboxRoles.Agent,
            user.Id() is not null && (await authorization.AuthorizeAsync(user, InboxPolicies.Answer)).Succeeded,
            isAdministrator);
    }

    private static async Task<Reason?> UploadAsync(List<ChosenFile> chosen, Func<string, ReadOnlyMemory<byte>, Task<(string? Key, Reason? Problem)>> upload)
    {
        foreach (var file in chosen.Where(file => file.Key is null))
        {
            (file.Key, var problem) = await upload(file.Name, await file.ReadAsync());
            if (problem is not null) return problem;
        }

        return null;
    }
}
