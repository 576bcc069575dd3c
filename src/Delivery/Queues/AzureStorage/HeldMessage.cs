using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace MeliBot.Delivery.Queues.AzureStorage;

/// <summary>
/// A message that this worker holds. Renewing changes its receipt, and deleting wants the newest one: both go through one lock, so that a message isn't left in the queue, and worked on again,
/// because a renewal came in between.
/// </summary>
internal sealed class HeldMessage(QueueClient queue, QueueMessage message) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private string _receipt = message.PopReceipt;
    private bool _gone;

    public string? Body => message.Body?.ToString();

    public string Id => message.MessageId;

    public long Dequeues => message.DequeueCount;

    /// <summary>False when it isn't held any more.</summary>
    public async Task<bool> RenewAsync(TimeSpan visibility, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_gone) return false;
            _receipt = (await queue.UpdateMessageAsync(message.MessageId, _receipt, visibilityTimeout: visibility, cancellationToken: cancellationToken).ConfigureAwait(false)).Value.PopReceipt;
            return true;
        }
        catch (RequestFailedException e) when (IsAnothers(e))
        {
            // Its time was up, and another worker has it.
            return !(_gone = true);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>False when another worker has taken it meanwhile: then that one deletes it.</summary>
    public async Task<bool> DeleteAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_gone) return false;
            _gone = true;
            await queue.DeleteMessageAsync(message.MessageId, _receipt, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (RequestFailedException e) when (IsAnothers(e))
        {
            return false;
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    // 404 when the other has deleted it, 400 while it holds it.
    private static bool IsAnothers(RequestFailedException e) => e.Status == 404 || e.ErrorCode == QueueErrorCode.PopReceiptMismatch;
}
