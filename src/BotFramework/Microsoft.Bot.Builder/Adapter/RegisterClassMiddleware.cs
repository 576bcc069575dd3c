namespace Microsoft.Bot.Builder;

/// <summary>Puts a service into the turn's state, under its type's full name or under a key.</summary>
public class RegisterClassMiddleware<T> : IMiddleware
    where T : class
{
    private readonly string _key;

    public RegisterClassMiddleware(T service)
    {
        Service = service;
    }

    public RegisterClassMiddleware(T service, string key)
    {
        Service = service;
        _key = key;
    }

    public T Service { get; set; }

    public Task OnTurnAsync(ITurnContext turnContext, NextDelegate nextTurn, CancellationToken cancellationToken)
    {
        if (_key is null)
            turnContext.TurnState.Add(Service);
        else
            turnContext.TurnState.Add(_key, Service);

        return nextTurn(cancellationToken);
    }
}
