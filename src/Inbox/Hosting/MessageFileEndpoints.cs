using MeliBot.Adapter.Messages;
using MeliBot.Inbox.People;
using MeliBot.Inbox.Sales;
using MeliBot.MercadoLibre;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace MeliBot.Inbox.Hosting;

/// <summary>
/// Passes a message's file on to whoever may read the conversation. Strangers sent it: it is always something to save and never something that the browser shows, whatever it is, and one
/// that Mercado Libre warns of isn't passed on at all.
/// </summary>
internal static class MessageFileEndpoints
{
    public static void MapMessageFiles(this IEndpointRouteBuilder app) =>
        app.MapGet("/files/{account:long}/{pack:long}/{message}/{number:int}", GetAsync).RequireAuthorization(InboxPolicies.Read);

    /// <summary>Where a file is.</summary>
    public static string Address(SaleView view, MessageView message, int number) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/files/{view.Conversation.Account}/{view.Pack}/{Uri.EscapeDataString(message.Number ?? "")}/{number}");

    private static async Task<IResult> GetAsync(HttpContext http, long account, long pack, string message, int number, SaleDesk desk, [FromServices] IMercadoLibreClient client)
    {
        if (await desk.ReadAsync(MessageKeys.Conversation(account, pack), http.RequestAborted) is not { ContactDeletion: null, Site: { } site } view
            || view.Messages.FirstOrDefault(known => known.Number is not null && string.Equals(known.Number, message, StringComparison.Ordinal)) is not { } found
            || number < 0 || number >= found.Files.Count || found.Files[number] is not { Key: { } key } file || !MessageFiles.IsName(key))
            return Results.NotFound();
        if (file.IsThreat) return Results.Text("Mercado Libre warns of this file, so MeliBot doesn't pass it on.", statusCode: StatusCodes.Status403Forbidden);
        try
        {
            return StrangersFile.Save(http, file.Name, await client.For(account).MessageFiles.DownloadAsync(key, site, http.RequestAborted));
        }
        catch (MercadoLibreException failure)
        {
            return Results.Text($"Mercado Libre doesn't give the file: {failure.Error.Message}", statusCode: StatusCodes.Status502BadGateway);
        }
    }
}
