using System.Collections.Concurrent;
using MeliBot.Adapter;
using MeliBot.Adapter.Outbound.Sending;
using MeliBot.Delivery.Reasons;
using MeliBot.MercadoLibre;

namespace MeliBot.Inbox.Sales;

/// <summary>How opening a thread ended.</summary>
/// <param name="Block">Why it may not be; null when that isn't it.</param>
/// <param name="Problem">What else went wrong; null when nothing did.</param>
internal sealed record Contacted(SendBlock? Block = null, Reason? Problem = null)
{
    public bool IsDone => Block is null && Problem is null;
}

/// <summary>
/// Opens the thread of a sale in which the buyer hasn't written, by one of the reasons that Mercado Libre offers. It happens there at once and isn't repeated: each reason can be used so
/// often and no more, so a repetition after a lost reply is a person's to decide.
/// </summary>
internal sealed class ContactDesk(IMercadoLibreClient client)
{
    private readonly ConcurrentDictionary<string, bool> _running = new(StringComparer.Ordinal);

    /// <param name="view">The sale.</param>
    /// <param name="option">One of those that were offered.</param>
    /// <param name="text">Of an option that is free text.</param>
    /// <param name="values">What fills the template of an option that has one.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Contacted> OpenAsync(SaleView view, ContactOption option, string? text, IReadOnlyList<ContactValue> values, CancellationToken cancellationToken)
    {
        if (!_running.TryAdd(view.Conversation.Id, true)) return new Contacted(new SendBlock(SendCause.ContactUnderWay));
        try
        {
            var isText = option.Type == ContactText.FreeText;
            var request = new ContactRequest(option.Id.Value ?? "", isText ? null : option.Templates is [var template, ..] ? template.Id : null, isText ? text : null, values.Count > 0 ? values : null);
            var message = await client.For(view.Conversation.Account).Messages.ContactAsync(view.Pack, request, cancellationToken);
            return message.IsDelivered ? new Contacted() : new Contacted(Problem: SaleReasons.ContactModerated.With(message.Moderated?.Reason.Value ?? message.Status.Value ?? ""));
        }
        catch (MercadoLibreException failure)
        {
            return Refused(failure.Error, option);
        }
        finally
        {
            _running.TryRemove(view.Conversation.Id, out _);
        }
    }

    private static Contacted Refused(MercadoLibreError error, ContactOption option) => error switch
    {
        { IsAmbiguous: true } => new(Problem: SaleReasons.ContactUnknown.With(PlatformReasons.Of(error).Store())),
        { Status: 409 } => new(new SendBlock(SendCause.ContactUnderWay)),
        { Status: 404 } => new(new SendBlock(SendCause.ReasonNotOffered, Detail: option.Id.Value)),
        { Kind: ErrorKind.LegalBlock } => new(new SendBlock(SendCause.BuyerDeactivated)),
        { Kind: ErrorKind.MissingPermission } => new(new SendBlock(SendCause.PermissionMissing)),
        { Status: 403 } when MessageErrors.BlockOf(error) is { } block => new(SendBlock.Of(block)),
        { Status: 403 } => new(new SendBlock(SendCause.CapsUsedUp)),
        _ => new(Problem: PlatformReasons.Of(error)),
    };
}
