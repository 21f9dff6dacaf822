/**
 * The error codes that Excel answers with, and two of our own: for members that the host does not have, and for a new
 * workbook where the page can show only one and the open one would be lost.
 */
export type HostErrorCode =
  | 'ItemNotFound'
  | 'ItemAlreadyExists'
  | 'InvalidArgument'
  | 'InvalidReference'
  | 'AccessDenied'
  | 'InvalidOperation'
  | 'InvalidOperationInCellEditMode'
  | 'RequestPayloadSizeLimitExceeded'
  | 'ResponsePayloadSizeLimitExceeded'
  | 'GeneralException'
  | 'NotImplemented'
  | 'UnsavedChanges';

/** A failure of one action; `location` names the member as Excel does, e.g. `Range.values`. */
export class HostError extends Error {
  constructor(
    readonly code: HostErrorCode,
    message: string,
    readonly location: string,
  ) {
    super(message);
  }
}

export const itemNotFound = (location: string): HostError =>
  new HostError('ItemNotFound', "The requested resource doesn't exist.", location);

export const invalidArgument = (location: string): HostError =>
  new HostError('InvalidArgument', 'The argument is invalid or missing or has an incorrect format.', location);

export const alreadyExists = (location: string): HostError =>
  new HostError('ItemAlreadyExists', 'A resource with the same name or identifier already exists.', location);

export const accessDenied = (location: string): HostError =>
  new HostError('AccessDenied', 'You do not have permissions to perform the requested operation.', location);

export const unsavedChanges = (location: string): HostError =>
  new HostError('UnsavedChanges', 'The open workbook has changes that were not saved.', location);

export const notImplemented = (member: string): HostError =>
  new HostError('NotImplemented', `The local host does not implement ${member}.`, member);
