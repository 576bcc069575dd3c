using System.Net;

namespace MeliBot.MercadoLibre;

/// <summary>Every attempt waits for its turn in the application's budget, and tells the budget how it ended.</summary>
internal sealed class BudgetHandler(IRateBudget budget, TimeProvider time) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var (account, kind) = CallContext.Get(request);
        await budget.AcquireAsync(account, kind, cancellationToken);
        HttpResponseMessage response;
        try
        {
            response = await base.SendAsync(request, cancellationToken);
        }
        catch
        {
            budget.Report(account, CallOutcome.Unavailable);
            throw;
        }

        var outcome = await OutcomeAsync(response, cancellationToken);
        budget.Report(account, outcome, outcome == CallOutcome.RateLimited ? RetryAfter.Read(response, time) : null);
        return response;
    }

    private static async Task<CallOutcome> OutcomeAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.StatusCode == HttpStatusCode.TooManyRequests)
            return CallOutcome.RateLimited;
        if ((int)response.StatusCode is < 400 or 404 or 410 or 451)
            return CallOutcome.Fine;
        if ((int)response.StatusCode >= 500)
            return CallOutcome.Unavailable;

        var error = (await ResponseErrors.ReadAsync(response, cancellationToken))!.Error;
        return error.Kind switch
        {
            ErrorKind.NotUnanswered or ErrorKind.NotActiveItem or ErrorKind.Conflict or ErrorKind.NotFound => CallOutcome.Fine,
            ErrorKind.RateLimited => CallOutcome.RateLimited,
            ErrorKind.Unavailable => CallOutcome.Unavailable,
            _ => CallOutcome.Refused,
        };
    }
}
